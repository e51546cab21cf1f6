// Welcome: offer the browser's own time zone where none was chosen yet.
const field = document.querySelector("[data-own-zone] select");
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (field && field.value === "UTC" && [...field.options].some((option) => option.value === own)) {
  field.value = own;
}
