<#-- Icons: lines in the colour of the text around them, also in forced colours. They are never the only sign. -->
<#assign paths = {
  "activity": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  "add": "M12 5v14M5 12h14",
  "apps": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  "back": "m14 6-6 6 6 6",
  "check": "m5 12.5 4.5 4.5L19 7.5",
  "copy": "M9 9h11v11H9zM5 15H4V4h11v1",
  "data": "M12 3v12M7 10.5l5 5 5-5M4 20h16",
  "down": "m6 9 6 6 6-6",
  "error": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5v5.5M12 16.2v.3",
  "forward": "m10 6 6 6-6 6",
  "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.3",
  "neutral": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  "out": "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  "person": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4 3.7-6 8-6s7.4 2 8 6",
  "privacy": "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  "profile": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4 3.7-6 8-6s7.4 2 8 6",
  "requests": "M3 6h18v12H3zM3.5 7l8.5 6.5L20.5 7",
  "search": "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5",
  "security": "m12 3 8 3v6c0 4.5-3.2 7.8-8 9-4.8-1.2-8-4.5-8-9V6z",
  "sessions": "M3 5h18v11H3zM8 20h8M12 16v4",
  "star": "m12 3.5 2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6L3.3 9.8l6.1-.7z",
  "success": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.2l3 3 5.2-6",
  "warning": "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.3"
}>

<#-- name: a key of the list above -->
<#macro icon name>
<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><#t>
<path d="${paths[name]}"/></svg><#t>
</#macro>
