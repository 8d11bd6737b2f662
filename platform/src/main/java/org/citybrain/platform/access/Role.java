package org.citybrain.platform.access;

/** What an account may be. The three administrators are separate: no account holds two of them. */
public enum Role {
    /** Catalogue, exchange and grants: 数据局. */
    DATA_OFFICER("数据管理员", "Data officer"),
    /** Registries and findings: 数据治理专员. */
    STEWARD("数据治理专员", "Steward"),
    /** Visits homes in a village: 网格员. */
    GRID_WORKER("网格员", "Grid worker"),
    /** Runs the village notice: 乡镇. */
    TOWN_OFFICER("乡镇经办人", "Town officer"),
    /** Confirms at the county's civil affairs bureau: 县级民政. */
    COUNTY_OFFICER("县级民政审批人", "County officer"),
    /** Decides for the department that found a fault: 认定部门. */
    DEPARTMENT_OFFICER("认定部门经办人", "Department officer"),
    /** Reads the wall and the figures: 领导. */
    LEADER("领导", "Leader"),
    /** Keeps the machines running: 运维. */
    OPERATOR("运维人员", "Operator"),
    /** Opens and closes accounts: 系统管理员. */
    SYSTEM_ADMIN("系统管理员", "System administrator"),
    /** Grants roles and unlocks: 安全管理员. */
    SECURITY_ADMIN("安全管理员", "Security administrator"),
    /** Reads the audit trail: 审计管理员. */
    AUDITOR("审计管理员", "Auditor"),
    /** A program with the home's bearer token. */
    MACHINE("系统接口", "Machine");

    private final String zh;
    private final String en;

    Role(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Chinese name. */
    public String zh() {
        return zh;
    }

    /** English name. */
    public String en() {
        return en;
    }

    /** True for the three administrators, who are separate by law and by a constraint in the database. */
    public boolean administrator() {
        return this == SYSTEM_ADMIN || this == SECURITY_ADMIN || this == AUDITOR;
    }
}
