/**
 * Publicity (公示): how long public credit records are published, by declared and dated rules, and which are withheld.
 *
 * <p>Words: 公示期 period of publicity, 失信程度 severity, 修复 repair, 异议中 disputed.
 */
@NullMarked
package org.citybrain.platform.registry.publicity;

import org.jspecify.annotations.NullMarked;
