/**
 * Room registry (基础库): persons and households, first cut by identity number.
 *
 * <p>Owns: {@code registry.read}, the ledger of single reads. A golden record is put together from facts by the declaration
 * {@code registries/person.yaml}: best source first, each field with source, receipt, valid and known time. Doors:
 * {@link org.citybrain.platform.registry.Persons}, {@link org.citybrain.platform.registry.ReadLedger}. A single read always
 * goes through Persons and is written to the ledger.
 *
 * <p>Words: 人口库 person registry, 黄金记录 golden record, 家庭户 household, 查询台账 ledger, 脱敏 masking.
 */
@NullMarked
@ApplicationModule(displayName = "registry")
package org.citybrain.platform.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
