/* SPDX-License-Identifier: EUPL-1.2 */
/** Money and, later, the port to payment services. Values only for now. */
@NullMarked
package de.kommunalsdk.bezahlung;

import org.jspecify.annotations.NullMarked;
