/**
 * Records held in columns (列存): a number per record and field, each distinct text once.
 *
 * <p>Door: {@link org.citybrain.matching.columns.RecordStore}, filled by
 * {@link org.citybrain.matching.columns.StoreLoader} from CSV. About a tenth of what objects would take.
 *
 * <p>Words: 字典 dictionary, 列 column, 来源 source.
 */
@NullMarked
package org.citybrain.matching.columns;

import org.jspecify.annotations.NullMarked;
