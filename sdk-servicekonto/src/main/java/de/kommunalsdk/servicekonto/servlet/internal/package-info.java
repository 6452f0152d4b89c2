/* SPDX-License-Identifier: EUPL-1.2 */
/** Not for use outside: cookies, transactions, sessions and pages of the login. */
@NullMarked
package de.kommunalsdk.servicekonto.servlet.internal;

import org.jspecify.annotations.NullMarked;
