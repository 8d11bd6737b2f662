/**
 * Room licence (电子证照签发): e-licences made from departments' own records, signed, checked and revoked.
 *
 * <p>Owns: schema licence (issued, revoked), insert-only. Door: {@link org.citybrain.platform.licence.Licences}. What a licence says
 * comes from the registry's index of papers; a signed licence whose record has changed since is no longer good, and the check says
 * so. Signs with a key of its own, announced as every node's key is.
 *
 * <p>Words: 电子证照 e-licence, 证照标识 identifier (GB/T 36904), 签发 issue, 核验 check, 注销 revoke, 换发 issue anew.
 */
@NullMarked
@ApplicationModule(
        displayName = "licence",
        allowedDependencies = {"access", "audit", "problem", "home", "clock", "exchange", "registry"})
package org.citybrain.platform.licence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
