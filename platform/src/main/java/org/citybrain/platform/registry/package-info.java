/**
 * Room registry (基础库): persons and households, firms, licences, public credit records; each a declaration of one mechanism.
 *
 * <p>Owns: {@code registry.record} and its past, rulings, the merge and split log, corrections, and {@code registry.read}, the
 * ledger of single reads. A golden record is put together by {@code registries/<kind>.yaml} when it is read: each field with
 * source, receipt, valid and known time. Doors: {@link org.citybrain.platform.registry.Persons},
 * {@link org.citybrain.platform.registry.Firms}, {@link org.citybrain.platform.registry.Papers},
 * {@link org.citybrain.platform.registry.Stewardship}, {@link org.citybrain.platform.registry.Corrections},
 * {@link org.citybrain.platform.registry.ReadLedger}. A person is read through Persons only, and the ledger tells it.
 *
 * <p>Words: 人口库 person registry, 法人库 registry of legal entities, 电子证照库 index of licences, 信用库 credit records, 黄金记录 golden record, 家庭户 household, 查询台账 ledger, 脱敏 masking.
 */
@NullMarked
@ApplicationModule(displayName = "registry")
package org.citybrain.platform.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
