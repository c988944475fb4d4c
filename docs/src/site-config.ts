import type { DefaultTheme, UserConfig } from 'vitepress';
import { operationAddress } from './operation-page.ts';
import type { Site } from './site.ts';

/** What VitePress is told of a site. Links that lead nowhere fail the build. */
export function siteConfig(site: Site): UserConfig<DefaultTheme.Config> {
  return {
    title: 'WebWork SDK',
    description: 'Typed client, hooks and mock of the WebWork Tracker REST API V2. Unofficial.',
    lang: 'en',
    cleanUrls: true,
    // The same pages, to be served as they are.
    srcExclude: ['public/**'],
    markdown: { theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } },
    themeConfig: {
      search: { provider: 'local' },
      nav: [
        { text: 'Guide', link: '/' },
        { text: 'Operations', link: '/operations/' },
        { text: 'Any document', link: '/any-openapi' },
      ],
      sidebar: [...guide(site), ...operations(site)],
      outline: 'deep',
    },
  };
}

function guide({ repository }: Site): DefaultTheme.SidebarItem[] {
  const isSkill = (source: string): boolean => source.endsWith('/SKILL.md');
  const items = (start: string, skills = false): DefaultTheme.SidebarItem[] =>
    repository
      .filter(({ source }) => isSkill(source) === skills)
      .filter(({ source }) => source.startsWith(start) || (start === '' && !source.includes('/')))
      .map(({ title, address }) => ({ text: title.replaceAll('`', ''), link: address }));
  return [
    { text: 'Start', items: [...items('').filter(({ link }) => link === '/'), ...items('examples/')] },
    { text: 'Packages', items: items('packages/') },
    { text: 'Reference', items: [...items('docs/'), ...items('spec/')] },
    { text: 'For coding agents', items: items('packages/', true) },
    { text: 'Working on it', items: items('').filter(({ link }) => link !== '/') },
  ];
}

function operations({ model }: Site): DefaultTheme.SidebarItem[] {
  return model.groups.map((group) => ({
    text: group.title,
    collapsed: true,
    items: model.operations
      .filter((operation) => operation.group === group.name)
      .map((operation) => ({
        text: operation.summary ?? operation.id,
        link: operationAddress(model, operation),
      })),
  }));
}
