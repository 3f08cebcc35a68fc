/** The connection that a statement runs on comes before everything else and is no value of the call. */
const CONNECTION = new Set(['queries', 'tx']);
const MOST = 3;

const nameOf = (param) => (param.type === 'AssignmentPattern' ? param.left : param).name;

/** Nest gives a controller's parameters their places by decorators. */
const isInjected = (param) => (param.decorators ?? []).length > 0;

/** Fastify gives a hook's parameters their places. */
const isHook = ({ parent }) =>
  parent?.type === 'CallExpression' && parent.callee.property?.name === 'addHook';

/** A constructor gets its services from Nest by type; `max-params` bounds it. */
const isConstructor = ({ parent }) =>
  parent?.type === 'MethodDefinition' && parent.kind === 'constructor';

const fewParameters = {
  create(context) {
    const check = (node) => {
      if (isConstructor(node) || isHook(node)) return;
      const values = node.params.filter(
        (param) => !isInjected(param) && !CONNECTION.has(nameOf(param)),
      );
      if (values.length > MOST)
        context.report({
          node,
          message: `${values.length} values in a row, ${MOST} at most: give them names in an object`,
        });
    };
    return {
      FunctionDeclaration: check,
      FunctionExpression: check,
      ArrowFunctionExpression: check,
    };
  },
};

export default { meta: { name: 'house' }, rules: { 'few-parameters': fewParameters } };
