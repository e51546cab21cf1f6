"""Lines of format=flowed (RFC 3676) put together again."""


def unflowed(text: str, *, removes_space: bool) -> str:
    """Join lines that end in a space with the next of the same quote depth.

    `removes_space` is the parameter DelSp=yes. The signature line "-- " is never joined.
    """
    lines: list[str] = []
    parts: list[str] = []
    depth_before = 0
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        if parts and (depth != depth_before or content == "-- "):
            lines.append(_joined(parts, depth_before))
            parts = []
        depth_before = depth
        flows = content.endswith(" ") and content != "-- "
        parts.append(content[:-1] if flows and removes_space else content)
        if not flows:
            lines.append(_joined(parts, depth))
            parts = []
    if parts:
        lines.append(_joined(parts, depth_before))
    return "\n".join(lines)


def _joined(parts: list[str], depth: int) -> str:
    return (">" * depth + " " if depth else "") + "".join(parts)
