/**
 * Room region (行政区划): names of counties, towns and villages, county outlines, which village a point lies in, what an address
 * says.
 *
 * <p>Owns: no table; reads the divisions and outlines that the home was given. Door:
 * {@link org.citybrain.platform.region.Regions}, and {@link org.citybrain.platform.region.Addresses} for what an address says.
 * Villages have no published outlines: each has one generated centre inside its county, and a point belongs to the nearest;
 * answers say so.
 *
 * <p>Words: 行政区划 region, 县区 county, 乡镇街道 town, 村居 village, 示意图 sketch map.
 */
@NullMarked
@ApplicationModule(displayName = "region")
package org.citybrain.platform.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
