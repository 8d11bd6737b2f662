/**
 * Room audit (审计): what was done, by whom, and proof that nothing was altered.
 *
 * <p>Owns: schema audit (entry, head, anchor). Door: {@link org.citybrain.platform.audit.Audit#record}, called inside
 * the change's own transaction; {@link org.citybrain.platform.audit.Audited} names the event of each endpoint.
 * Entries are insert-only (a trigger forbids the rest) and hash chained with SM3 per writer; anchors tie the writers
 * together.
 *
 * <p>Words: 审计 audit, 事件 event, 写者 writer, 锚 anchor.
 */
@NullMarked
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"access", "problem"})
package org.citybrain.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
