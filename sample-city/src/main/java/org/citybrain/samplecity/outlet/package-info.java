/**
 * How departments without an open database give their records away: files in a folder, or an HTTP interface.
 *
 * <p>Door: {@link org.citybrain.samplecity.outlet.Outlets}. Each works like a bureau's own program: it knows the bureau's
 * database and nothing of CityBrain. Words: export 导出, change file 变更文件, interface 接口, mood 故障演示.
 */
@NullMarked
package org.citybrain.samplecity.outlet;

import org.jspecify.annotations.NullMarked;
