/**
 * Room clock (城市时钟): city time, by which ages, notices and legal deadlines are counted.
 *
 * <p>Owns: schema clock (state). Door: {@link org.citybrain.platform.clock.CityTime}. The clock never goes back, not
 * over a restart or a kill either; while the platform is down it stands still. Only the sample city may run faster than
 * the machine. Events out: {@link org.citybrain.platform.clock.CityTimeMoved} after a jump.
 *
 * <p>Words: 城市时间 city time, 机器时间 machine time, 倍速 speed.
 */
@NullMarked
@ApplicationModule(
        displayName = "clock",
        allowedDependencies = {"access", "audit", "problem", "home", "live"})
package org.citybrain.platform.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
