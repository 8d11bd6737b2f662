/**
 * House rules that a generic linter does not know:
 * figures go through the one Figure component, features do not know each other, colours come from tokens.
 */
import path from 'node:path';

const isRenderProperty = (node) =>
  node.parent?.type === 'Property' || node.parent?.type === 'ObjectProperty'
    ? ['render', 'renderItem'].includes(node.parent.key.name)
    : false;

/** Climbs from a `.value` read to what it is used for: text on the page, an attribute or plain code. */
function shownAsText(node) {
  let child = node;
  for (let up = node.parent; up; child = up, up = up.parent) {
    if (up.type === 'JSXAttribute' || up.type === 'JSXSpreadAttribute') return false;
    if (up.type === 'JSXExpressionContainer') {
      if (['JSXElement', 'JSXFragment'].includes(up.parent.type)) return true;
    }
    // A comparison or a condition does not show the value.
    if (up.type === 'ConditionalExpression' && up.test === child) return false;
    if (up.type === 'BinaryExpression' && /^[=!<>]/.test(up.operator)) return false;
    if (up.type === 'LogicalExpression' && up.operator === '&&' && up.left === child) return false;
    if (/Function/.test(up.type)) return isRenderProperty(up) && up.body === child;
    if (/Statement$/.test(up.type)) return false;
  }
  return false;
}

const onlyFigure = {
  meta: { type: 'problem', messages: { statistic: 'Show figures with <Figure>, not with Statistic.', value: 'A raw .value is shown: pass the whole figure to <Figure>.', locale: 'Format numbers and dates with shared/format.' }, schema: [] },
  create: (context) => ({
    ImportSpecifier(node) {
      if (node.parent.source.value === 'antd' && node.imported.name === 'Statistic') context.report({ node, messageId: 'statistic' });
    },
    MemberExpression(node) {
      if (node.computed || node.property.type !== 'Identifier') return;
      if (node.property.name === 'value' && shownAsText(node)) context.report({ node, messageId: 'value' });
      if (/^toLocale(Date|Time)?String$/.test(node.property.name)) context.report({ node, messageId: 'locale' });
    },
  }),
};

const featureOf = (file) => file.split(path.sep).join('/').match(/src\/features\/([^/]+)\//)?.[1];

const apartFeatures = {
  meta: { type: 'problem', messages: { foreign: 'Feature "{{own}}" must not import feature "{{other}}".', shared: 'Shared code must not import a feature.' }, schema: [] },
  create: (context) => {
    const check = (node) => {
      const target = node.source?.value;
      if (typeof target !== 'string' || !target.startsWith('.')) return;
      const other = featureOf(path.resolve(path.dirname(context.filename), target) + '/');
      const own = featureOf(context.filename);
      if (other && own && other !== own) context.report({ node, messageId: 'foreign', data: { own, other } });
      if (other && /src\/(shared|api|i18n)\//.test(context.filename)) context.report({ node, messageId: 'shared' });
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

const tokenColours = {
  meta: { type: 'problem', messages: { colour: 'Take colours from src/tokens.ts.' }, schema: [] },
  create: (context) => ({
    Literal(node) {
      if (typeof node.value === 'string' && /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(node.value)) context.report({ node, messageId: 'colour' });
    },
  }),
};

export default { rules: { 'only-figure': onlyFigure, 'apart-features': apartFeatures, 'token-colours': tokenColours } };
