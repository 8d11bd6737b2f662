/**
 * Declared matching (比对声明): which columns are fields, how each is compared, which records meet, which never join.
 *
 * <p>Door: {@link org.citybrain.matching.schema.MatchSchema}, read by {@link org.citybrain.matching.schema.SchemaFile}.
 * A set never seen before needs a file, no code.
 *
 * <p>Words: 字段 field, 分块规则 blocking rule, 守卫 guard.
 */
@NullMarked
package org.citybrain.matching.schema;

import org.jspecify.annotations.NullMarked;
