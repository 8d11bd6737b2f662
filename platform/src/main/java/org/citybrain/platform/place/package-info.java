/**
 * Room place (空间地理库): what lies where, and the open map interface (OGC API Features) over it.
 *
 * <p>Owns: no table; divisions come from room region, grid cells and houses from the facts of their departments. Door:
 * {@link org.citybrain.platform.place.Places}. Divisions and grid cells are public; houses are personal: deny by default.
 *
 * <p>Words: 空间地理库 place registry, 单元网格 grid cell, 要素 feature, 要素集 collection, 坐标系 reference system.
 */
@NullMarked
@ApplicationModule(displayName = "place")
package org.citybrain.platform.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
