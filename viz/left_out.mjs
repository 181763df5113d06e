// Parts of Observable Plot that no picture of these pages uses, and that its other parts hold on to: map projections
// and schemes of colours. They are about a tenth of the report.

const parts = {
  '/@observablehq/plot/src/projection.js': `
    export const createProjection = () => undefined;
    export const hasProjection = () => false;
    export const projectionAspectRatio = () => undefined;
    export const project = () => {};
    export const applyPosition = () => ({});
    export const getGeometryChannels = () => [];
    export const xyProjection = () => undefined;`,
  '/@observablehq/plot/src/scales/schemes.js': `
    const none = () => ['currentColor'];
    export const ordinalScheme = none;
    export const ordinalRange = none;
    export const maybeBooleanRange = () => undefined;
    export const quantitativeScheme = () => () => 'currentColor';
    export const isDivergingScheme = () => false;
    export const isCategoricalScheme = () => false;`,
};

export const leftOut = () => ({
  name: 'left-out',
  enforce: 'pre',
  load: (module) => Object.entries(parts).find(([path]) => module.endsWith(path))?.[1] ?? null,
});
