// Every computation can be called by GET too, as the introduction says: shown once, the list is half as long.
function withoutGetForms(document) {
  for (const path of Object.values(document.paths)) {
    if (path.post && path.get?.operationId === `${path.post.operationId}ByGet`) delete path.get;
  }
  return document;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();

fetch('/openapi.json').then(answer => answer.json()).then(document => SwaggerUIBundle({
  spec: withoutGetForms(document),
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none', // hundreds of operations: a table of contents until more is asked for
  filter: true,
  defaultModelRendering: 'example',
  defaultModelExpandDepth: 3,
  defaultModelsExpandDepth: -1, // schemas are shown where they are used
  displayRequestDuration: true,
  tryItOutEnabled: true,
  validatorUrl: null, // nothing leaves this host
  syntaxHighlight: { activated: true, theme: 'idea' },
}));
