/**
 * Room credit (信用异议与修复): objections to public credit records, and their repair, from the desk to the department and back.
 *
 * <p>Owns: schema credit (objection, repair). Door: {@link org.citybrain.platform.credit.CreditFiles}. The records themselves, their
 * classes and periods of publicity are the registry's; this room notes on them that they are disputed or withheld. Both procedures go
 * to the department that found the fault as deliveries and end with that department's own row.
 *
 * <p>Words: 信用异议 objection, 信用修复 repair, 信用承诺 commitment, 最短公示期 shortest publicity, 谁认定谁修复 who found it repairs it.
 */
@NullMarked
@ApplicationModule(
        displayName = "credit",
        allowedDependencies = {"access", "audit", "problem", "clock", "exchange", "registry"})
package org.citybrain.platform.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
