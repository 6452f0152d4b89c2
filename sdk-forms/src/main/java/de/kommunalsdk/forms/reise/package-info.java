/* SPDX-License-Identifier: EUPL-1.2 */
/** The journey: pure functions of form and answers: relevant pages, next page, errors. */
@NullMarked
package de.kommunalsdk.forms.reise;

import org.jspecify.annotations.NullMarked;
