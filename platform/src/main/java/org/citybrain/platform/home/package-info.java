/**
 * Room home (运行环境): the settings of this home, the migrations of all rooms and the start of the process.
 *
 * <p>Owns: no table; runs each room's migrations of {@code db/migration/<room>} into that room's own schema. Door:
 * {@link org.citybrain.platform.home.Home} for settings that rooms need.
 *
 * <p>Words: 安装目录 home.
 */
@NullMarked
@ApplicationModule(
        displayName = "home",
        allowedDependencies = {})
package org.citybrain.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
