/**
 * Room catalogue (目录): which data the departments have, in which shape, and who may use it for what.
 *
 * <p>Owns: schema catalogue (department, resource, field, version, need). Doors:
 * {@link org.citybrain.platform.catalogue.Catalogue} reads, {@link org.citybrain.platform.catalogue.Needs} grants.
 * Publishes each resource's entry to {@code cb.catalogue} when it changes; hears {@code cb.schemas}. Other rooms add the
 * live flow through {@link org.citybrain.platform.catalogue.Flows}.
 *
 * <p>Words: 数据资源 data resource, 信息项 data field, 版本 version, 共享类型 share type, 需求 need, 授权 grant.
 */
@NullMarked
@ApplicationModule(
        displayName = "catalogue",
        allowedDependencies = {"access", "audit", "problem", "home", "topics", "live", "pool"})
package org.citybrain.platform.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
