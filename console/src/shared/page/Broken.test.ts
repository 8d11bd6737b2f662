import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api/http';
import { LanguageProvider } from '../../i18n';
import { Broken, brokenWords } from './Broken';
import { ErrorFence } from './ErrorFence';

const shown = (error: unknown) => renderToStaticMarkup(createElement(LanguageProvider, null, createElement(Broken, { error })));

// the first drawing of antd's parts takes long on a busy machine
describe('a page that breaks', { timeout: 30_000 }, () => {
  beforeEach(() => {
    vi.stubGlobal('location', { search: '?lang=zh' });
    vi.stubGlobal('localStorage', { getItem: () => null });
  });

  it('says in the language of the reader what happened, why and two ways on', () => {
    const zh = shown(new TypeError('cannot read rows'));
    expect(zh).toContain('这个页面出错了');
    expect(zh).toContain('TypeError: cannot read rows');
    expect(zh).toContain('重新载入');
    expect(zh).toContain('href="/"');
    expect(zh).not.toContain('没有读到数据');
    vi.stubGlobal('location', { search: '?lang=en' });
    expect(shown(new TypeError('x'))).toContain('This page broke');
  });

  it('gives the reference of the request that it broke over', () => {
    const page = shown(new ApiProblem(500, 'unexpected', '平台出错', '', '', 'req-4711'));
    expect(page).toContain('req-4711');
    expect(page).toContain('data-testid="broken-reload"');
  });

  it('tells a part that is no longer there from a page that is wrong', () => {
    expect(brokenWords(new TypeError('Failed to fetch dynamically imported module: /assets/Case-1.js')).title).toBe('broken.partTitle');
    expect(brokenWords(new TypeError('error loading dynamically imported module')).title).toBe('broken.partTitle');
    expect(brokenWords('odd').title).toBe('broken.title');
  });

  it('is held even where what is thrown is nothing, and given up when the reader goes elsewhere', () => {
    const fence = new ErrorFence({ place: 'a', children: 'page' });
    expect(fence.render()).toBe('page');
    fence.state = ErrorFence.getDerivedStateFromError(null);
    expect(fence.render()).not.toBe('page');
    const setState = vi.spyOn(fence, 'setState').mockImplementation(() => {});
    fence.componentDidUpdate({ place: 'a', children: 'page' });
    expect(setState).not.toHaveBeenCalled();
    fence.componentDidUpdate({ place: 'b', children: 'page' });
    expect(setState).toHaveBeenCalledWith({ error: null });
  });
});
