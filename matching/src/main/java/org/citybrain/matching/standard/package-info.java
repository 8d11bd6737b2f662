/**
 * Standardisers (标准化): the same thing written in two ways becomes the same text before it is compared.
 *
 * <p>Door: {@link org.citybrain.matching.standard.Standards}. Tables are small files beside the code.
 *
 * <p>Words: 繁简 traditional and simplified, 身份证号 identity number, 地址 address.
 */
@NullMarked
package org.citybrain.matching.standard;

import org.jspecify.annotations.NullMarked;
