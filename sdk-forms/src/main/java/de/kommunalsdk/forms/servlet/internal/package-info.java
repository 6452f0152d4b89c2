/* SPDX-License-Identifier: EUPL-1.2 */
/** One class for each group of pages, and what they share: request, answers, cookies, uploads. */
@NullMarked
package de.kommunalsdk.forms.servlet.internal;

import org.jspecify.annotations.NullMarked;
