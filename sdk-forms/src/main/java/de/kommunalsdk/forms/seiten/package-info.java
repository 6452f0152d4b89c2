/* SPDX-License-Identifier: EUPL-1.2 */
/** What the page templates show: models of pages and the engine that renders them. Free of the servlet API. */
@NullMarked
package de.kommunalsdk.forms.seiten;

import org.jspecify.annotations.NullMarked;
