/**
 * Systems that offer nothing but an HTTP interface, as sources: described in a file, not coded.
 *
 * <p>Door: {@link org.citybrain.gateway.http.HttpSource}. A crawl goes page by page, is kept on disk and goes on after a
 * kill; what it brings is compared by key. Nothing is deleted on the word of a crawl that was not whole. Words: crawl 抓取,
 * page 分页, token 令牌, whole 完整.
 */
@NullMarked
package org.citybrain.gateway.http;

import org.jspecify.annotations.NullMarked;
