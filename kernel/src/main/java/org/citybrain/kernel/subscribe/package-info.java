/**
 * What two sides of a subscription must agree on: which rows pass (filter), how a row is cut to the granted fields, and
 * the count and checksum by which both sides' tables are compared.
 * Words: 订阅 subscription, 行条件 row filter, 字段清单 field list, 校验和 checksum, 对账 reconciliation.
 */
@NullMarked
package org.citybrain.kernel.subscribe;

import org.jspecify.annotations.NullMarked;
