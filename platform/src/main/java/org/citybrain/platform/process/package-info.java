/**
 * Room process (流程): cases, their timeline, tasks and legal clocks, driven by the scenes' BPMN on Flowable.
 *
 * <p>Owns: schema process, the engine's act_ and flw_ tables in it included. Doors: {@link
 * org.citybrain.platform.process.Cases}, {@link org.citybrain.platform.process.Tasks}. Hears alerts (raised starts a
 * case, withdrawn ends it) and delivery receipts; tells {@link org.citybrain.platform.process.CaseMoved}. The engine's
 * clock is the city's.
 *
 * <p>What a scene's BPMN may use: user tasks with flowable:formKey (a form of the scene), flowable:candidateGroups (a
 * role of the scene) and flowable:dueDate; the beans {@code clocks}, {@code rule}, {@code deliver}; receive tasks that
 * wait for a delivery's receipt; the attributes en and state of https://citybrain.org/bpmn.
 *
 * <p>Words: 个案 case, 任务 task, 时间线 timeline, 法定时限 legal clock.
 */
@NullMarked
@ApplicationModule(
        displayName = "process",
        allowedDependencies = {
            "access",
            "alert",
            "audit",
            "clock",
            "exchange",
            "home",
            "live",
            "problem",
            "rules",
            "scene"
        })
package org.citybrain.platform.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
