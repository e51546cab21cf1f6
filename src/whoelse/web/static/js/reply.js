// What came back: the fields for another name are shown only where a name came.
const form = document.querySelector("[data-reply]");
const named = form?.querySelector("[data-reply-named]");
if (named) {
  const show = () => {
    named.hidden = new FormData(form).get("came") !== "named_somebody_else";
  };
  form.addEventListener("change", show);
  show();
}
