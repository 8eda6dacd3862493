<#-- Icons: lines in the colour of the text around them, also in forced colours. They are never the only sign. -->
<#assign paths = {
  "add": "M12 5v14M5 12h14",
  "back": "m14 6-6 6 6 6",
  "check": "m5 12.5 4.5 4.5L19 7.5",
  "copy": "M9 9h11v11H9zM5 15H4V4h11v1",
  "down": "m6 9 6 6 6-6",
  "error": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5v5.5M12 16.2v.3",
  "forward": "m10 6 6 6-6 6",
  "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.3",
  "neutral": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  "out": "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  "person": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4 3.7-6 8-6s7.4 2 8 6",
  "search": "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5",
  "success": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.2l3 3 5.2-6",
  "warning": "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.3"
}>

<#-- name: a key of the list above -->
<#macro icon name>
<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><#t>
<path d="${paths[name]}"/></svg><#t>
</#macro>
