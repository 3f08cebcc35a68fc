/**
 * Starts Swagger UI; a file, because no page of ours runs inline script. Its filter finds chapters only, so it is given
 * one that finds operations by path, id and summary.
 */
export const START_SCRIPT = `const api = document.getElementById('api');
const words = (operation) => [
  operation.get('path'),
  operation.get('method'),
  operation.getIn(['operation', 'operationId']),
  operation.getIn(['operation', 'summary']),
].join(' ').toLowerCase();
const openFound = (search, system) => (phrase) => {
  const found = search(phrase);
  for (const chapter of system.specSelectors.taggedOperations().keySeq())
    system.layoutActions.show(['operations-tag', chapter], phrase.length > 1);
  return found;
};
const findOperations = () => ({
  statePlugins: { layout: { wrapActions: { updateFilter: openFound } } },
  fn: {
    opsFilter: (chapters, phrase) => {
      const wanted = phrase.toLowerCase().split(/\\s+/).filter(Boolean);
      const fits = (operation) => wanted.every((word) => words(operation).includes(word));
      return chapters
        .map((chapter, name) =>
          wanted.every((word) => name.toLowerCase().includes(word))
            ? chapter
            : chapter.set('operations', chapter.get('operations').filter(fits)))
        .filter((chapter) => chapter.get('operations').size > 0);
    },
  },
});
SwaggerUIBundle({
  url: api.dataset.document,
  dom_id: '#api',
  deepLinking: true,
  displayOperationId: true,
  docExpansion: 'none',
  filter: true,
  persistAuthorization: api.dataset.mayTry === 'true',
  supportedSubmitMethods: api.dataset.mayTry === 'true' ? undefined : [],
  plugins: [findOperations],
  validatorUrl: null,
  onComplete: () => {
    const search = document.querySelector('.operation-filter-input');
    search.placeholder = 'Search operations';
    search.setAttribute('aria-label', 'Search operations');
  },
});
`;
