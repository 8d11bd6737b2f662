/**
 * Room problem (差错): how a refusal reaches a person.
 *
 * <p>Owns: no table. Door: {@link org.citybrain.platform.problem.Refusal}, thrown by every room with a code of that
 * room's own closed list ({@link org.citybrain.platform.problem.ProblemCode}). One mapper turns it into problem JSON
 * (RFC 9457) with code, title, detail, advice and a reference number that is also in the log.
 *
 * <p>Words: 差错 problem, 建议 advice, 参考号 reference.
 */
@NullMarked
@ApplicationModule(displayName = "problem")
package org.citybrain.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
