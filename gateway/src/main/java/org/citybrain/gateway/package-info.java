/**
 * The department's agent (前置机): reads databases and folders, sends signed batches, keeps receipts, writes deliveries.
 *
 * <p>Process: {@link org.citybrain.gateway.GatewayMain}. It holds the departments' private keys and alters no value.
 * Topics out: batches, schemas, findings, delivery receipts; in: receipts, deliveries. Words: gateway 前置机, department
 * 部门, receipt 回执, delivery 回流.
 */
@NullMarked
package org.citybrain.gateway;

import org.jspecify.annotations.NullMarked;
