package org.citybrain.platform.process;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Why an action on a case or task is refused. */
public enum ProcessProblem implements ProblemCode {
    UNKNOWN_TASK("process.unknown-task", 404, "没有这项任务", "No such task", "请刷新待办。", "Reload the to-dos."),
    TASK_OVER(
            "process.task-over",
            409,
            "任务已经办结或撤回",
            "The task is over",
            "请打开个案查看是谁、何时办理的。",
            "Open the case to see who did it and when."),
    NOT_YOURS(
            "process.not-yours",
            403,
            "这项任务不属于您的岗位或辖区",
            "The task belongs to another role or place",
            "请由任务上写明的岗位办理。",
            "Leave it to the role named on the task."),
    ANSWERS_WRONG(
            "process.answers-wrong", 422, "表单填写有误", "Answers are wrong", "请按字段提示改正。", "Correct the fields named."),
    CLIENT_ID_TAKEN(
            "process.client-id-taken",
            409,
            "该提交编号已用于另一项任务",
            "The client id was used for another task",
            "请重新打开任务再提交。",
            "Open the task anew and send it again."),
    ATTACHMENT_TOO_LARGE(
            "process.attachment-too-large",
            413,
            "附件过大",
            "The attachment is too large",
            "请压缩到 2 MB 以内。",
            "Shrink it below 2 MB.");

    private final ProblemText text;

    ProcessProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
