/**
 * Room exchange (交换): batches between departments and the platform, their proofs, what is wrong with them, and what
 * flows back.
 *
 * <p>Owns: schema exchange (batch, lane, finding, delivery, node_key); the intake job writes batch, lane and finding on
 * its behalf (ADR). Doors: {@link org.citybrain.platform.exchange.Ledger} reads,
 * {@link org.citybrain.platform.exchange.Deliveries} writes back into a department's own table. Events out:
 * {@link org.citybrain.platform.exchange.DeliveryReceived}. Hears {@code cb.findings} and {@code cb.delivery-receipts}.
 *
 * <p>Words: 批次 batch, 通道 lane, 问题数据 finding, 存证 proof, 回执 receipt, 回流 delivery.
 */
@NullMarked
@ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {"access", "audit", "problem", "home", "topics", "live", "pool", "catalogue", "indicator"
        })
package org.citybrain.platform.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
