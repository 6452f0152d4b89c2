/* SPDX-License-Identifier: EUPL-1.2 */
/** Prefill and look-ups while a form is filled in: which ports there are, how they are called within limits, and how their values become answers with provenance. Free of pages and of the servlet API. */
@NullMarked
package de.kommunalsdk.forms.quellen;

import org.jspecify.annotations.NullMarked;
