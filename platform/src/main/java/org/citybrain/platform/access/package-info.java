/**
 * Room access (权限): who may do what, as words that every other room uses.
 *
 * <p>Owns: no table. Door: {@link org.citybrain.platform.access.Authority} on each endpoint with one
 * {@link org.citybrain.platform.access.Right}; {@link org.citybrain.platform.access.Callers} tells who is calling.
 * Roles hold rights in {@link org.citybrain.platform.access.Right}; accounts hold roles in room identity.
 *
 * <p>Words: 权限 right, 角色 role, 操作人 caller, 辖区 region.
 */
@NullMarked
@ApplicationModule(displayName = "access")
package org.citybrain.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
