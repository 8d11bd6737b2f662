/**
 * What a department says of its tables where the source itself cannot tell: names, types and keys of their fields.
 *
 * <p>Door: {@link org.citybrain.gateway.declared.DeclaredField}, {@link org.citybrain.gateway.declared.Descriptions}.
 * Folders and HTTP interfaces are described with it, each in its own file. Words: description 说明, field 字段.
 */
@NullMarked
package org.citybrain.gateway.declared;

import org.jspecify.annotations.NullMarked;
