/* SPDX-License-Identifier: EUPL-1.2 */
/** Cases that need a person: list, retry, close. Every act is audited. */
@NullMarked
package de.kommunalsdk.klaerung;

import org.jspecify.annotations.NullMarked;
