/** The build of bottleneck that @octokit/plugin-throttling loads, which comes without types of its own. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
