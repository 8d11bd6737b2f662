/** The auditor's pages; nobody imports it. */
@NullMarked
package org.citybrain.platform.audit.web;

import org.jspecify.annotations.NullMarked;
