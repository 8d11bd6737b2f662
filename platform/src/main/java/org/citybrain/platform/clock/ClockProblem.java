package org.citybrain.platform.clock;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Refusals of room clock. */
public enum ClockProblem implements ProblemCode {
    REAL_CITY(
            "clock.real-city",
            409,
            "真实城市的时钟不能调整",
            "A real city's clock cannot be set",
            "只有样例城市可以调整时钟。",
            "Only the sample city's clock can be set."),
    BACKWARDS(
            "clock.backwards",
            409,
            "城市时间不能倒退",
            "City time never goes back",
            "请给出比当前城市时间更晚的时刻。",
            "Give a moment later than the present city time."),
    BAD_SPEED(
            "clock.bad-speed",
            400,
            "倍速超出范围",
            "Speed out of range",
            "倍速应在 0.001 到 100000 之间。",
            "Give a speed between 0.001 and 100,000.");

    private final ProblemText text;

    ClockProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
