// What of the W3C Web Annotation context (http://www.w3.org/ns/anno.jsonld) the checks need: which term stands for which
// IRI of the vocabulary (https://www.w3.org/TR/annotation-vocab/), and as what type. No npm package ships the context.
const oa = 'http://www.w3.org/ns/oa#';
const activity = 'http://www.w3.org/ns/activitystreams#';
const terms = 'http://purl.org/dc/terms/';
const schema = 'http://www.w3.org/2001/XMLSchema#';

const named = (namespace, names) => Object.fromEntries(names.map(name => [name, namespace + name]));
const typed = (type, names) => Object.fromEntries(Object.entries(names).map(([name, iri]) => [name, { '@id': iri, '@type': type }]));

export const annotationContext = {
  '@context': {
    id: '@id',
    type: '@type',
    ...named(oa, [
      'Annotation', 'SpecificResource', 'TextualBody', 'TextPositionSelector', 'TextQuoteSelector', 'TimeState', 'classifying', 'describing',
      'exact', 'prefix', 'suffix',
    ]),
    AnnotationCollection: activity + 'OrderedCollection',
    AnnotationPage: activity + 'OrderedCollectionPage',
    Software: activity + 'Application',
    Text: 'http://purl.org/dc/dcmitype/Text',
    ...typed('@id', {
      body: oa + 'hasBody', target: oa + 'hasTarget', source: oa + 'hasSource', selector: oa + 'hasSelector', state: oa + 'hasState',
      creator: terms + 'creator', generator: activity + 'generator', partOf: activity + 'partOf', first: activity + 'first',
    }),
    ...typed('@vocab', { motivation: oa + 'motivatedBy', purpose: oa + 'hasPurpose' }),
    items: { '@id': activity + 'items', '@type': '@id', '@container': '@list' },
    ...typed(schema + 'dateTime', { created: terms + 'created', sourceDate: oa + 'sourceDate' }),
    ...typed(schema + 'nonNegativeInteger', {
      start: oa + 'start', end: oa + 'end', total: activity + 'totalItems', startIndex: activity + 'startIndex',
    }),
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    format: 'http://purl.org/dc/elements/1.1/format',
    language: 'http://purl.org/dc/elements/1.1/language',
    label: { '@id': 'http://www.w3.org/2000/01/rdf-schema#label' },
    name: 'http://xmlns.com/foaf/0.1/name',
  },
};
