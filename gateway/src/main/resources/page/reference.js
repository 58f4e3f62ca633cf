SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none', // hundreds of operations: one line each until asked for
  filter: true,
  defaultModelRendering: 'model',
  defaultModelExpandDepth: 3,
  defaultModelsExpandDepth: -1, // schemas are shown where they are used
  displayRequestDuration: true,
  tryItOutEnabled: true,
  validatorUrl: null, // nothing leaves this host
  syntaxHighlight: { activated: true, theme: 'idea' },
});
